import type { AppLoadContext } from 'react-router';
import type { VoiceKind } from '#contract/deliberation/voices';
import { api, keyOf } from '../../lib/api.ts';

type Path = { areaId: string; topicId: string };
type Answer = Promise<{ data?: unknown; error?: unknown }>;

/** Does what the pressed button of a topic's page says. */
export function actOnTopic(context: AppLoadContext, path: Path, form: FormData): Answer {
  const client = api(context);
  const params = { path, header: keyOf(form) };
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  switch (text('act')) {
    case 'support':
      return client.PUT('/api/v1/areas/{areaId}/topics/{topicId}/support', { params });
    case 'unsupport':
      return client.DELETE('/api/v1/areas/{areaId}/topics/{topicId}/support', { params });
    case 'follow':
      return client.PUT('/api/v1/areas/{areaId}/topics/{topicId}/follow', { params });
    case 'unfollow':
      return client.DELETE('/api/v1/areas/{areaId}/topics/{topicId}/follow', { params });
    case 'report':
      return client.POST('/api/v1/areas/{areaId}/topics/{topicId}/reports', {
        params,
        body: { voiceId: text('voiceId') || null, reason: text('reason') },
      });
    default:
      return client.POST('/api/v1/areas/{areaId}/topics/{topicId}/voices', {
        params,
        body: { kind: text('kind') as VoiceKind, body: text('body'), named: form.get('named') === 'yes' },
      });
  }
}
