import type { ReactNode } from 'react';

type Props = { id: string; label: string; problem?: string | undefined; children: ReactNode };

/** A field of a form with its name above it and what was refused of it below. */
export function Field({ id, label, problem, children }: Props) {
  return (
    <div className="funds-field">
      <label htmlFor={id}>{label}</label>
      {children}
      {problem && <p className="problem">{problem}</p>}
    </div>
  );
}
