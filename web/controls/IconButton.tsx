import type { ReactNode } from 'react';
import { Button, type ButtonProps, Tooltip, TooltipTrigger } from 'react-aria-components';
import { Icon, type IconName } from './Icon.tsx';

type Props = Omit<ButtonProps, 'children'> & {
  icon: IconName;
  label: string;
  keys?: string;
  children?: ReactNode;
};

/** A button that is only a sign: its name is there for screen readers and, on hover or focus, for everyone. */
export function IconButton({ icon, label, keys, children, ...button }: Props) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <Button {...button} aria-label={label} className="icon-button">
        <Icon name={icon} />
        {children}
      </Button>
      <Tooltip className="tooltip" placement="bottom" offset={6}>
        {label}
        {keys !== undefined && <kbd>{keys}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}
