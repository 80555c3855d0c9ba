import type { Json, Method, Names, Problem } from '../contract.ts';

/** A library file as it was written: its data, and the line on which each path stands. */
export type Source = { file: string; raw: Raw; lines: Record<string, number>; text: string };

/** The data of a file, with its keys as written (`verify 项目验证`). */
export type Raw = { [key: string]: Json };

/** What a method file may lean on: names, English, and the other methods' ids. */
export type Shelf = {
  names: Names;
  english: Record<string, string>;
  methods: string[];
  /** Ids of the registers there are; unknown when absent. */
  registers?: string[];
};

export type Compiled = { method: Method; problems: Problem[]; texts: string[] };

/** The whole library folder as read. */
export type Library = {
  methods: Source[];
  names: Source | null;
  english: Source | null;
  calendars: Source[];
  /** Duty files, which the kernel of duties compiles. */
  duties: Source[];
  /** Standard files, which the kernel of standards compiles. */
  standards: Source[];
  /** Register files, which the kernel of registers compiles. */
  registers: Source[];
  problems: Problem[];
};

/** What goes along while a file is compiled: where we are, and what was found wrong. */
export type Reading = { source: Source; shelf: Shelf; problems: Problem[]; texts: Set<string> };
