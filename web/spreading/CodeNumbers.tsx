import { useState } from 'react';
import { Label, Text, TextArea, TextField } from 'react-aria-components';
import { useWords } from '../i18n/words.ts';

export type CodeNumber = { code: string; number: number };

/** Lines of a code and a number, with a tab, semicolon or spaces between; null for what cannot be read. */
export function codeNumbersIn(text: string): CodeNumber[] | null {
  const lines: CodeNumber[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const [, code, given] = /^\s*(\S+?)\s*[;\t ]\s*([\d .]+(?:,\d+)?)\s*$/.exec(line) ?? [];
    if (code === undefined || given === undefined) return null;
    const number = Number(given.replace(/[ .]/g, '').replace(',', '.'));
    if (!Number.isFinite(number)) return null;
    lines.push({ code, number });
  }
  return lines;
}

type Props = {
  label: string;
  help: string;
  value: readonly CodeNumber[];
  /** Whether the numbers that can be read can be taken. */
  takes?: (lines: readonly CodeNumber[]) => boolean;
  onChange: (lines: CodeNumber[]) => void;
};

/** A number for each of some areas or municipalities, typed or pasted, a line each. */
export function CodeNumbers({ label, help, value, takes = () => true, onChange }: Props) {
  const { t } = useWords();
  const [text, setText] = useState(() => value.map(({ code, number }) => `${code}; ${number}`).join('\n'));
  const read = (given: string): CodeNumber[] | null => {
    const lines = codeNumbersIn(given);
    return lines !== null && takes(lines) ? lines : null;
  };
  const isInvalid = read(text) === null;
  return (
    <TextField
      value={text}
      onChange={next => {
        setText(next);
        onChange(read(next) ?? []);
      }}
      isInvalid={isInvalid}
    >
      <Label className="field-label">{label}</Label>
      <TextArea className="input" rows={Math.min(8, Math.max(2, text.split('\n').length))} />
      <Text slot="description" className="quiet">
        {help}
      </Text>
      {isInvalid && <p className="note alarm">{t('spreading.linesUnreadable')}</p>}
    </TextField>
  );
}
