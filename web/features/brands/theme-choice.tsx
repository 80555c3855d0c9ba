import type { ReactNode } from 'react';
import type { ChoicePage } from '#contract/brands/choice';
import { Icon } from '../../ui/icon.tsx';
import { pictureAddress } from '../../ui/picture.ts';

type Theme = ChoicePage['themes'][number];

function Inside({ theme, children }: { theme: Theme; children?: ReactNode }): ReactNode {
  return (
    <>
      <img src={pictureAddress(theme.picture)} alt="" width="116" height="92" />
      <span className="x">
        <b>{theme.title}</b>
        <small>{theme.why}</small>
        {children}
      </span>
      <span className="mark">
        <Icon name="check" size="s" />
      </span>
    </>
  );
}

/** The candidates as pictures to press: native radio buttons. */
export function ThemePicks({ themes }: { themes: Theme[] }): ReactNode {
  return (
    <fieldset>
      <legend className="sr">候选主题</legend>
      <div className="themes">
        {themes.map((theme) => (
          <div key={theme.id}>
            <input id={`theme-${theme.id}`} className="pick sr" type="radio" name="themeId" value={theme.id} required />
            <label className="theme" htmlFor={`theme-${theme.id}`}>
              <Inside theme={theme} />
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}

/** What came out, or while it is open the candidates with one's own marked. */
export function ThemeResults({ choice }: { choice: ChoicePage }): ReactNode {
  const most = Math.max(1, ...choice.themes.map(({ voices }) => voices ?? 0));
  return (
    <ul className="themes">
      {choice.themes.map((theme) => (
        <li key={theme.id} className={`theme ${theme.won || theme.id === choice.mine ? 'won' : ''}`}>
          <Inside theme={theme}>
            {theme.voices === null ? null : (
              <small className="num">
                <br />
                {theme.voices} 人{theme.won ? ' · 选中' : ''}
                <svg viewBox="0 0 100 8" width="100%" height="8" preserveAspectRatio="none" aria-hidden="true">
                  <rect width={Math.round((theme.voices / most) * 100)} height="8" rx="2" fill="#3f7d5c" />
                </svg>
              </small>
            )}
          </Inside>
        </li>
      ))}
    </ul>
  );
}
