import { createElement, type ReactNode } from 'react';
import { icons, type IconName } from '../icons/icons.ts';

const tag = /<(\w+)((?:\s+[\w-]+="[^"]*")+)\s*\/?>/g;
const attribute = /([\w-]+)="([^"]*)"/g;

function camel(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function drawn(inside: string): ReactNode[] {
  return [...inside.matchAll(tag)].map(([, name = 'path', rest = ''], index) => {
    const values = [...rest.matchAll(attribute)].map(([, key = '', value = '']) => [camel(key), value]);
    return createElement(name, { key: index, ...Object.fromEntries(values) });
  });
}

/** One icon of the set; decoration unless a word is given. Sizes: xs 16, s 18, m 24, l 30, xl 38. */
export function Icon({ name, size = 'm' }: { name: IconName; size?: 'xs' | 's' | 'm' | 'l' | 'xl' }): ReactNode {
  return (
    <svg className={`i ${size}`} viewBox="0 0 24 24" aria-hidden="true">
      {drawn(icons[name])}
    </svg>
  );
}
