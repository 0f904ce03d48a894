import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useWords } from '../i18n/words.ts';
import { announce } from './Announcer.tsx';
import { Icon } from './Icon.tsx';

/** A command or address on one line, to select or to copy with a button. */
export function Copyable({ text, label }: { text: string; label: string }) {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    announce(t('data.copied'));
  };
  return (
    <div className="copyable">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a line that scrolls must be reachable by keyboard */}
      <code tabIndex={0}>{text}</code>
      <Button
        className="icon-button"
        aria-label={copied ? t('data.copied') : `${t('data.copy')}: ${label}`}
        onPress={() => void copy()}
      >
        <Icon name={copied ? 'check' : 'copy'} size={16} />
      </Button>
    </div>
  );
}
