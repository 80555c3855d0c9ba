import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { Icon } from '../../ui/icon.tsx';

const numberForm = /^\d{12}-\d{4}-\d{4,7}$/;

/** Looks through the matters of this area: title, place, number. Enter opens the list with what was typed. */
export function Search() {
  const [text, setText] = useState('');
  const navigate = useNavigate();
  const find = (event: FormEvent): void => {
    event.preventDefault();
    const q = text.trim();
    if (!q) return;
    const all = numberForm.test(q) ? '' : '&tab=open';
    void navigate(`/matters?q=${encodeURIComponent(q)}${all}`);
    setText('');
    (document.activeElement as HTMLElement | null)?.blur();
  };
  return (
    <form className="find" role="search" onSubmit={find}>
      <Icon name="search" size="xs" />
      <input
        id="desk-search"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        placeholder="搜事项：标题、地点、编号"
        aria-label="搜事项"
        autoComplete="off"
      />
      <kbd>/</kbd>
    </form>
  );
}
