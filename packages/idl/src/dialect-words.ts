import type { IdlDialect } from "./dialect.ts";
import { reservedWordsOf } from "./reserved.ts";

/** Words of the languages that Apache's compiler makes, which it refuses as names whatever the language. */
const languageWords: ReadonlySet<string> = new Set(
  `BEGIN END __CLASS__ __DIR__ __FILE__ __FUNCTION__ __LINE__ __METHOD__ __NAMESPACE__ abstract alias and args as assert begin
  break case catch class clone continue declare def default del delete do dynamic elif else elseif elsif end enddeclare
  endfor endforeach endif endswitch endwhile ensure except exec finally float for foreach from function global goto if
  implements import in inline instanceof interface is lambda module native new next nil not or package pass print private
  protected public raise redo register rescue retry return self sizeof static super switch synchronized then this throw
  transient try undef unless unsigned until use var virtual volatile when while with xor yield`.split(/\s+/),
);

/** Whether a definition, field, method or enum value may not be called so for the compiler of a dialect. */
export function isRefusedName(name: string, dialect: IdlDialect): boolean {
  if (!/^[\w.]*$/.test(name)) return true;
  if (dialect === "apache") return languageWords.has(name) || reservedWordsOf(dialect).has(name);
  return dialect === "fbthrift" && (reservedWordsOf(dialect).has(name) || /^_*fbthrift/i.test(name));
}
