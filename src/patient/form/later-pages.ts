/** The pages that are fetched once the form is there, so that none of them waits for a network that is gone. */
export { CheckPage } from './check-page.tsx';
export { ConflictPage } from './conflict-page.tsx';
export { DatesPage } from './dates-page.tsx';
export { DonePage } from './done-page.tsx';
export { CannotOpen, Cleared, Deleted, Elsewhere, UnderAge } from './endings.tsx';
export { IdleDialog } from './idle-dialog.tsx';
export { CodePage, KeepPage, PrivacyPage, StoppedPage } from './keep-page.tsx';
export { LockedPage } from './locked-page.tsx';
export { NumbersPage } from './numbers-page.tsx';
export { RecordPage } from './record-page.tsx';
export { SectionList } from './section-list.tsx';
export { SendingPage } from './sending-page.tsx';
export { SignPage } from './sign-page.tsx';
