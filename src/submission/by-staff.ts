/** What stands after the `#` of the form's address where a member of staff fills it in for somebody on the phone. */
export const ON_THE_PHONE = 'on-the-phone';

/** Where such a form begins. */
export const BY_STAFF = `/#${ON_THE_PHONE}`;
