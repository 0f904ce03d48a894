import { ProblemError } from '../core/problem.ts';
import { isConnectionLoss } from '../server/database/connection-loss.ts';

/** The exit codes of every command: 1 for bad input, said in one line; 2 for wrong usage. */
export const EXIT = { ok: 0, badInput: 1, usage: 2 } as const;

/**
 * Ends the process for an error: a problem in its one line, anything else with its stack, because then the
 * product is at fault and the reader needs it for a report.
 */
export function exitWith(error: unknown): never {
  if (error instanceof ProblemError) {
    const report = error.details.report;
    if (Array.isArray(report)) printFindings(besidesTheOnlyError(report));
    process.stderr.write(`error: ${error.message}\n`);
    process.exit(
      error.code === 'bad-parameter' || error.code === 'unknown-parameter' ? EXIT.usage : EXIT.badInput,
    );
  }
  if (isConnectionLoss(error)) {
    const { message } = error as Error;
    process.stderr.write(
      `error: the database went away (${message}): start it, and run the command again; what was not finished was not kept\n`,
    );
    process.exit(EXIT.badInput);
  }
  process.stderr.write(
    `internal error, please report it: ${error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exit(EXIT.badInput);
}

type PrintedFinding = { severity: string; check: string; feature: string | null; message: string };

/** What a report says beside its error, where it has only one: the closing line says that one. */
function besidesTheOnlyError(report: readonly PrintedFinding[]): readonly PrintedFinding[] {
  const errors = report.filter(({ severity }) => severity === 'error');
  return errors.length === 1 ? report.filter(finding => finding !== errors[0]) : report;
}

/** How many findings of one check are printed one by one on a screen; a file or a program gets them all. */
const SHOWN = process.stderr.isTTY ? 20 : Number.POSITIVE_INFINITY;

/** The report of an import on standard error: the first of every check, then how many more there are. */
export function printFindings(findings: readonly PrintedFinding[]): void {
  const byCheck = Map.groupBy(findings, finding => `${finding.severity} ${finding.check}`);
  for (const [check, group] of byCheck) {
    for (const finding of group.slice(0, SHOWN)) {
      process.stderr.write(
        `${check}${finding.feature === null ? '' : ` [${finding.feature}]`}: ${finding.message}\n`,
      );
    }
    if (group.length > SHOWN) {
      process.stderr.write(
        `${check}: and ${group.length - SHOWN} more; end the command with 2> report.txt for all\n`,
      );
    }
  }
}
