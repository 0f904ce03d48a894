declare module 'saxen' {
  type Decode = (text: string) => string;

  /** A streaming parser of XML; handlers are called while `write` runs. */
  export class Parser {
    on(event: 'error' | 'warn', handler: (error: Error) => void): this;
    on(
      event: 'openTag',
      handler: (
        name: string,
        attributes: () => Record<string, string> | false,
        decode: Decode,
        selfClosing: boolean,
      ) => void,
    ): this;
    on(event: 'closeTag', handler: (name: string, decode: Decode, selfClosing: boolean) => void): this;
    write(text: string): this;
    end(): Error | undefined;
  }
}
