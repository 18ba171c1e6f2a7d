import { Button } from '@mantine/core';
import type { ButtonProps } from '@mantine/core';
import type { ComponentProps } from 'react';
import { Icon } from '../icon';
import classes from './list-page.module.css';

interface ToolButtonProps
  extends Omit<ButtonProps, 'children'>, Omit<ComponentProps<'button'>, keyof ButtonProps | 'children'> {
  icon: ComponentProps<typeof Icon>['name'];
  label: string;
}

/** A button of the toolbar. Tools and search box share one row: where it is narrow, the picture stands for the words. */
export function ToolButton({ icon, label, ...button }: ToolButtonProps) {
  return (
    <Button
      variant="default"
      leftSection={<Icon name={icon} size={16} />}
      title={label}
      {...button}
      className={classes.tool}
    >
      {label}
    </Button>
  );
}
