import { ButtonLink } from '../../ui/blocks/button.tsx';
import { Entry } from '../session/entry.tsx';
import { useTitle } from './title.ts';

export function LostPage() {
  useTitle('Not found');
  return (
    <Entry title="There is no such page">
      <p>The address may be incomplete. If a colleague sent it, ask them to copy the whole of it.</p>
      <ButtonLink href="/clinic">Go to the queue</ButtonLink>
    </Entry>
  );
}
