import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { IconName } from '../icons/icons.ts';

type Page = LazyExoticComponent<ComponentType>;

export type DeskRoute = {
  /** Under `/desk`, in React Router's words: `matters/:areaId/:number`. */
  path: string;
  /** Title of the tab, and the last word of the path in the header. */
  title: string;
  page: Page;
  /** Without the frame: what is printed. */
  bare?: boolean;
  /** A place in the sider; doors stand in the order of this list. */
  door?: {
    icon: IconName;
    /** Heading above the first door of a group; doors of one group may all name it. */
    group?: string;
    /** Shown only to those who hold this capability somewhere. */
    can?: string;
    /** Which count stands behind the word. */
    count?: 'open';
    /** At the foot of the sider. */
    foot?: boolean;
  };
};

/** A page that is loaded when it is opened. */
export function page<Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name): Page {
  return lazy(async () => ({ default: (await load())[name] }));
}
