import { report, type Scope } from "@seapink/core";
import { callBack } from "./call-back.ts";

/** Told about what no peer can be told. */
export type OnError = (error: unknown, scope: Scope | undefined) => void;

/** A callback that cannot fail. Where there is none, errors go to the console: they should not vanish by default. */
export function reporter(onError: OnError | undefined): OnError {
  const tell = onError ?? report;
  return (error, scope) => {
    callBack(
      () => tell(error, scope),
      (cause) => {
        report(error);
        report(cause);
      },
    );
  };
}
