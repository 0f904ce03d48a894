import { useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useWords } from '../i18n/words.ts';
import { announce } from './Announcer.tsx';
import { copyFrom } from './copying.ts';
import { Icon } from './Icon.tsx';

/** A command or address on one line, to select or to copy with a button. */
export function Copyable({ text, label }: { text: string; label: string }) {
  const { t } = useWords();
  const line = useRef<HTMLElement>(null);
  const [answer, setAnswer] = useState<'copied' | 'selected' | null>(null);
  const copied = answer === 'copied';
  const copy = async () => {
    if (line.current === null) return;
    const done = (await copyFrom(line.current, text)) ? 'copied' : 'selected';
    setAnswer(done);
    announce(t(`data.${done}`));
  };
  return (
    <div className="copyable">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a line that scrolls must be reachable by keyboard */}
      <code ref={line} tabIndex={0}>
        {text}
      </code>
      <Button
        className="icon-button"
        aria-label={copied ? t('data.copied') : `${t('data.copy')}: ${label}`}
        onPress={() => void copy()}
      >
        <Icon name={copied ? 'check' : 'copy'} size={16} />
      </Button>
      {answer === 'selected' && <p className="quiet">{t('data.selected')}</p>}
    </div>
  );
}
