import { type ReactNode, useState } from 'react';

type Props = {
  title: ReactNode;
  testId?: string;
  className?: string;
  children: () => ReactNode;
};

/** A fold whose content is made, and asked for, when it is opened first: what nobody looks at costs no edit its time. */
export function Fold({ title, testId, className = '', children }: Props) {
  const [opened, setOpened] = useState(false);
  return (
    <details
      className={`fold ${className}`.trim()}
      data-testid={testId}
      onToggle={event => event.currentTarget.open && setOpened(true)}
    >
      <summary>{title}</summary>
      {opened && children()}
    </details>
  );
}
