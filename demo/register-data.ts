import type { Values } from '#kernel-contract/workflow';

/** What stands in `registers.yaml`: people and things as they are drawn for the communities of the demo city. */

export type TalentEntry = {
  g: '男' | '女';
  age: [number, number];
  sort: string;
  skills: string[];
  offer: string;
  identity?: string[];
  studio?: string;
  /** Ties her to home when she lives elsewhere. */
  away?: string;
  mentor?: { title: string; origin: string };
  works?: { way: string; about: string; work: string };
  invited?: string;
  contacted?: string;
};

export type AssociationEntry = {
  who: string;
  sort: string;
  members: number;
  party: number;
  way: 'branch' | 'guide' | 'later' | 'none';
};
export type RegisterEntry = {
  who: string;
  picture?: string;
  at?: string;
  owner?: string;
  broken?: string;
  repaired?: boolean;
  /** How its life went on, so many days after it was entered. */
  moves?: { to: string; days: number; filled?: Record<string, string | number | string[]> }[];
} & Values;

/** What stands in `registers.yaml`. */
export type RegistersData = {
  talents: TalentEntry[];
  resources: RegisterEntry[];
  heritage: RegisterEntry[];
  scenes: RegisterEntry[];
  rules: RegisterEntry[];
  equipment: RegisterEntry[];
  honours: RegisterEntry[];
  recommendations: RegisterEntry[];
  agreements: RegisterEntry[];
  managementUnits: RegisterEntry[];
  localOrganisations: RegisterEntry[];
  pacts: RegisterEntry[];
  studyVisits: RegisterEntry[];
  associations: AssociationEntry[];
};
