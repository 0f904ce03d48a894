/** Prints what is being done: one line a step, rewritten in place on a terminal, with the time it took. */
export type StepPrinter = { step(text: string): void; end(): void };

export function stepPrinter(stream: NodeJS.WriteStream = process.stdout): StepPrinter {
  const begun = Date.now();
  let last = '';
  const elapsed = () => `${((Date.now() - begun) / 1000).toFixed(1).padStart(5)} s`;
  return {
    step(text) {
      if (text === last) return;
      // "importing … 40 %" goes on where "importing … 20 %" stood; a pipe gets a line a step, not a line a percent.
      const stem = text.replace(/\s*\d+\s?%$/, '');
      const sameStep = stem === last.replace(/\s*\d+\s?%$/, '');
      last = text;
      if (stream.isTTY) stream.write(`${sameStep ? '\r\u001b[2K' : '\n'}${elapsed()}  ${text}`);
      else if (!sameStep) stream.write(`${elapsed()}  ${stem}\n`);
    },
    end() {
      if (stream.isTTY) stream.write('\n');
    },
  };
}
