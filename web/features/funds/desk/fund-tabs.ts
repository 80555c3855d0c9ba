import type { ComponentType } from 'react';
import type { FundPage } from './funds-api.ts';
import { BankTab } from './bank-tab.tsx';
import { VouchersTab } from './vouchers-tab.tsx';
import { WaitingTab } from './waiting-tab.tsx';

/** A part of a fund's page, in a file of its own. */
export type FundTab = {
  /** Its word in the address: `?tab=bank`. The first one stands without. */
  id: string;
  title: string;
  page: ComponentType<{ fund: FundPage }>;
  /** What waits in it, behind its title. */
  count?: (fund: FundPage) => number;
};

/** The parts of a fund's page, in the order in which they stand. */
export const fundTabs: FundTab[] = [
  { id: 'vouchers', title: '凭证', page: VouchersTab },
  { id: 'waiting', title: '待我付款', page: WaitingTab, count: (fund) => fund.waitingForMe },
  { id: 'bank', title: '银行对账', page: BankTab, count: (fund) => fund.unmatched },
];
