/**
 * The three classes of tables. A table in schema `public` is owned by an area unless it is named here, so a
 * new table is held to the strictest rules by default.
 */

/** Small, rarely written, the same for every area: copied to every node. */
export const SHARED_TABLES = ['areas', 'definitions', 'schema_migrations'];

/** Login and the worker: never distributed, and never referred to by what an area owns. */
export const LOCAL_SCHEMAS = ['auth', 'jobs'];

/** Only ever added to. The app role may neither change nor delete their rows. */
export const APPEND_ONLY =
  /^(audit|audit_chain|duty_records|.*_history|definitions|entries|postings|closings|closing_lines|votes|secret_votes|participations|paper_entries|deliveries|ballot_records|.*_seals)$/;

/** Columns of type json, which keeps the order of keys: the text is hashed, or its order is what people wrote. */
export const KEPT_AS_WRITTEN = ['definitions.content'];
