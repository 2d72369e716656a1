/**
 * The version of the form: of its questions, their wording and their order. It goes up with every change that a
 * draft or a submission could notice, and each released version stays in `submission/released` for ever.
 */
export const formVersion = '1';
