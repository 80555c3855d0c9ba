import { createContext, useContext, useEffect } from 'react';

/** What a page may ask of the frame around it. */
export type Frame = {
  /** A drawer beside a list folds the sider, so that the list stays readable. */
  narrow(isNarrow: boolean): void;
};

export const FrameContext = createContext<Frame>({ narrow: () => undefined });

export function useNarrowFrame(isNarrow: boolean): void {
  const frame = useContext(FrameContext);
  useEffect(() => {
    frame.narrow(isNarrow);
    return () => frame.narrow(false);
  }, [frame, isNarrow]);
}
