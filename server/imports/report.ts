import { ProblemError } from '../../core/problem.ts';
import type { Finding } from '../releases/types.ts';

/** Findings of one check that are listed one by one; the rest is counted. */
const LISTED_PER_CHECK = 10_000;

/** Where in a file something was found: a feature or row number and the code it carries. */
export type Place = { unit: 'feature' | 'row'; number: number; code?: string | null };

/** `feature 12 (11001A00-)`, as a person would look it up. */
export function placeText({ unit, number, code }: Place): string {
  return code ? `${unit} ${number} (${code})` : `${unit} ${number}`;
}

/** What the checks found in one file. Lists the first ten thousand of every check and counts the others. */
export type Report = {
  add(
    severity: Finding['severity'],
    check: string,
    message: string,
    at?: Place | null,
    value?: unknown,
  ): void;
  /** True when an error was found: the import will be refused. */
  refused(): boolean;
  findings(): Finding[];
};

export function createReport(fileName: string): Report {
  const listed: Finding[] = [];
  const counts = new Map<string, { severity: Finding['severity']; check: string; count: number }>();
  let errors = 0;
  return {
    add(severity, check, message, at = null, value = null) {
      if (severity === 'error') errors++;
      const key = `${severity} ${check}`;
      const seen = counts.get(key) ?? { severity, check, count: 0 };
      seen.count++;
      counts.set(key, seen);
      if (seen.count > LISTED_PER_CHECK) return;
      const feature = at === null ? null : placeText(at);
      listed.push({
        severity,
        check,
        feature,
        value: value === null || value === undefined ? null : String(value),
        message: [fileName, feature, message].filter(part => part !== null).join(': '),
      });
    },
    refused: () => errors > 0,
    findings() {
      const rest = [...counts.values()]
        .filter(({ count }) => count > LISTED_PER_CHECK)
        .map(({ severity, check, count }): Finding => {
          const value = String(count - LISTED_PER_CHECK);
          return {
            severity,
            check,
            feature: null,
            value,
            message: `${fileName}: ${value} more findings of ${check}`,
            others: count - LISTED_PER_CHECK,
          };
        });
      return [...listed, ...rest];
    },
  };
}

/** Throws `import-refused` when a finding is an error; the message is the first one, the details hold them all. */
export function refuseOnErrors(findings: readonly Finding[]): void {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (first === undefined) return;
  const all = errors.reduce((sum, { others = 1 }) => sum + others, 0);
  const others = all > 1 ? ` (and ${all - 1} more)` : '';
  throw new ProblemError('import-refused', `${first.message}${others}; nothing was imported`, {
    report: findings,
  });
}
