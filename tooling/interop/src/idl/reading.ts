import { readFile } from "node:fs/promises";
import { formatDiagnostic, type DocumentNode, type IdlDialect, IdlError, parse, type Program } from "@seapink/idl";
import { loadIdl } from "@seapink/idl/node";

/** What ours made of a file: a program; its tree alone, where another file is missing or wrong; or neither. */
export type Reading =
  | { readonly program: Program; readonly document: DocumentNode; readonly refusal: undefined }
  | { readonly program: undefined; readonly document: DocumentNode | undefined; readonly refusal: Refusal };

export interface Refusal {
  readonly reason: string;
  /** Whether the file itself is to blame: not if others have mistakes, or are not there. */
  readonly isOwn: boolean;
}

interface Request {
  readonly file: string;
  readonly dialect: IdlDialect;
  readonly includeDirs: readonly string[];
}

export async function read(request: Request): Promise<Reading> {
  try {
    const program = await loadIdl(request.file, request);
    const document = program.files.get(program.file)?.document;
    if (document === undefined) throw new Error(`expected the tree of ${program.file}, got none`);
    return { program, document, refusal: undefined };
  } catch (error) {
    if (!(error instanceof IdlError)) throw error;
    const refusal = refusalOf(error, request.file);
    return { program: undefined, document: refusal.isOwn ? undefined : await documentOf(request), refusal };
  }
}

function refusalOf({ diagnostics, message }: IdlError, file: string): Refusal {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const own = errors.find((error) => error.file === file && error.code !== "missing_file");
  const told = own ?? errors[0];
  const reason = told === undefined ? message : (formatDiagnostic(told).split("\n")[0] ?? "");
  return { reason, isOwn: own !== undefined || told === undefined };
}

async function documentOf({ file, dialect }: Request): Promise<DocumentNode> {
  return parse(await readFile(file, "utf8"), { dialect }).document;
}
