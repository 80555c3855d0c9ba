import { useState } from 'react';
import { Drawer, Select } from 'antd';
import { refusedOf } from '../../../lib/desk/api.ts';
import { QrCode } from '../../../ui/desk/qr-code.tsx';
import { Note } from '../../../ui/desk/states.tsx';
import { useDoor, type VenueDays } from './bookings-api.ts';

type Props = { areaId: string; venues: readonly VenueDays[]; onClose: () => void };

/** The code for the screen at a door: a new one before the old one runs out. */
export function DoorDrawer({ areaId, venues, onClose }: Props) {
  const [venueId, choose] = useState(venues[0]?.id ?? '');
  const door = useDoor(areaId, venueId);
  const refused = refusedOf(door.error);
  return (
    <Drawer open size={480} mask={false} onClose={onClose} title="门口的签到码">
      <div className="booking-form">
        <label htmlFor="door-venue">哪个场地的门口</label>
        <Select
          id="door-venue"
          value={venueId || null}
          options={venues.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={choose}
        />
        {refused && <Note tone="late">{refused.detail}</Note>}
        {door.data && (
          <figure className="door">
            <QrCode text={door.data.url} label={`${door.data.venueName} 的签到码`} />
            <figcaption>
              <b>{door.data.venueName}</b>
              <span className="mute">用手机扫一扫就签到。码会自己换，拍照转发的不管用。</span>
            </figcaption>
          </figure>
        )}
      </div>
    </Drawer>
  );
}
