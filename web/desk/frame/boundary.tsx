import { Component, type ReactNode } from 'react';
import { RefusedPage } from '../../ui/desk/states.tsx';

type Props = { children: ReactNode };

/** Holds a broken screen, so that the frame around it stays usable. */
export class Boundary extends Component<Props, { isBroken: boolean }> {
  override state = { isBroken: false };
  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true };
  }
  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children;
    const detail = '这一页画不出来，写的草稿还在。请刷新；若还这样，告诉管理员这个地址。';
    return <RefusedPage refused={{ status: 500, detail }} retry={() => location.reload()} />;
  }
}
