import type { ReactNode } from 'react';

/** A field under its label. */
export function Field({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div className="editor-field">
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  );
}
