import { z } from 'zod';

/** A saved view 存下的查询: filters and columns of a list under a name, one's own or the area's. */

const viewLists = ['matters'] as const;

export const SavedView = z.object({
  id: z.string(),
  name: z.string(),
  /** Everybody who may see the area's list has it. */
  shared: z.boolean(),
  query: z.record(z.string(), z.string()),
  columns: z.array(z.string()),
  madeBy: z.string(),
  /** The list begins with it. */
  isStart: z.boolean(),
  actions: z.array(z.enum(['change', 'delete'])),
});
export type SavedView = z.infer<typeof SavedView>;

export const SavedViewList = z.object({ items: z.array(SavedView), mayShare: z.boolean() });
export type SavedViewList = z.infer<typeof SavedViewList>;

const Id = z.string().min(1).max(64);
export const ViewsParams = z.object({ areaId: Id });
export const ViewParams = z.object({ areaId: Id, viewId: z.guid() });
export const ViewsQuery = z.object({ list: z.enum(viewLists).default('matters') });

const Name = z.string().trim().min(1).max(12);
const Filters = z
  .record(z.string().regex(/^[a-zA-Z]{1,20}$/), z.string().max(100))
  .refine((filters) => Object.keys(filters).length <= 30);
const Columns = z.array(z.string().regex(/^[a-zA-Z]{1,20}$/)).max(30);

export const NewView = z.object({
  list: z.enum(viewLists).default('matters'),
  name: Name,
  shared: z.boolean().default(false),
  query: Filters,
  columns: Columns.default([]),
});
export type NewView = z.infer<typeof NewView>;

export const ViewChange = z.object({ name: Name.optional(), query: Filters.optional(), columns: Columns.optional() });
export type ViewChange = z.infer<typeof ViewChange>;

export const ViewStart = z.object({ list: z.enum(viewLists).default('matters'), viewId: z.guid().nullable() });
export type ViewStart = z.infer<typeof ViewStart>;
export const ViewStarted = z.object({ viewId: z.string().nullable() });
export const ViewDeleted = z.object({ deleted: z.boolean() });
