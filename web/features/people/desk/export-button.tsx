import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Button, Input, Popover } from 'antd';
import { download, refusedOf } from '../../../lib/desk/api.ts';
import { Icon } from '../../../ui/icon.tsx';

const reasonMin = 4;

/** The residents as Excel: masked as on screen, or in clear with a reason, which is written down with one's name. */
export function ExportButton({ areaId, mayReveal }: { areaId: string; mayReveal: boolean }) {
  const [isOpen, open] = useState(false);
  const [reason, setReason] = useState('');
  const save = useMutation({
    mutationFn: (body: { reason?: string }) => download(`areas/${areaId}/exports/residents`, body),
    onSuccess: () => open(false),
  });
  const form = (
    <form
      className="reveal"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ reason: reason.trim() });
      }}
    >
      <Button loading={save.isPending} onClick={() => save.mutate({})}>
        打码导出（和屏幕上一样）
      </Button>
      {mayReveal && (
        <>
          <label htmlFor="why-export">要完整的姓名、电话、身份证号，请写明用途。会记下您的名字、时间和理由</label>
          <Input
            id="why-export"
            value={reason}
            maxLength={200}
            placeholder={`至少 ${reasonMin} 个字`}
            onChange={(event) => setReason(event.target.value)}
          />
          <Button type="primary" htmlType="submit" disabled={reason.trim().length < reasonMin} loading={save.isPending}>
            完整导出（留痕）
          </Button>
        </>
      )}
      {save.isError && <p className="problem">{refusedOf(save.error)?.detail}</p>}
    </form>
  );
  return (
    <Popover trigger="click" open={isOpen} onOpenChange={open} content={form} arrow={false} destroyOnHidden>
      <Button icon={<Icon name="excel" size="xs" />}>导出 Excel</Button>
    </Popover>
  );
}
