import { type ReactNode, useState } from 'react';

/** A fold whose content is made, and asked for, when it is opened first. */
export function Fold({
  title,
  testId,
  children,
}: {
  title: string;
  testId: string;
  children: () => ReactNode;
}) {
  const [opened, setOpened] = useState(false);
  return (
    <details
      className="fold"
      data-testid={testId}
      onToggle={event => event.currentTarget.open && setOpened(true)}
    >
      <summary>{title}</summary>
      {opened && children()}
    </details>
  );
}
