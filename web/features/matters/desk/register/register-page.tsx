import { useState } from 'react';
import type { MatterReceipt } from '#contract/matters';
import { RegisterForm } from './register-form.tsx';
import { Registered } from './registered.tsx';
import './register.css';

/** 登记一件事: for a resident at the counter or on the telephone, or something seen oneself. */
export function RegisterPage() {
  const [receipt, setReceipt] = useState<MatterReceipt | null>(null);
  if (receipt) return <Registered receipt={receipt} onAnother={() => setReceipt(null)} />;
  return <RegisterForm onRegistered={setReceipt} />;
}
