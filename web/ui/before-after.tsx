import type { ReactNode } from 'react';
import type { Picture } from '#contract/matters';

/** Two pictures with the words 之前 and 现在 on them; marked 示意图 when drawn. */
export function BeforeAfter({
  before,
  after,
  title,
  first = false,
}: {
  before: Picture | undefined;
  after: Picture | undefined;
  title: string;
  /** Stands on the first screen: loaded at once. */
  first?: boolean;
}): ReactNode {
  if (!before && !after) return null;
  const drawn = (after ?? before)?.drawn;
  return (
    <div className={before && after ? 'ba' : 'ba one'}>
      {before ? (
        <div>
          <img src={before.small} alt={`之前：${title}`} width="240" height="160" loading={first ? 'eager' : 'lazy'} />
          <span className="w">之前</span>
        </div>
      ) : null}
      {after ? (
        <div>
          <img src={after.small} alt={`现在：${title}`} width="240" height="160" loading={first ? 'eager' : 'lazy'} />
          <span className="w now">现在</span>
        </div>
      ) : null}
      {drawn ? <span className="mock">示意图</span> : null}
    </div>
  );
}
