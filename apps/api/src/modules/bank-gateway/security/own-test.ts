/**
 * How the id of every call begins that we make ourselves under a bank's key. It is in the request log like any other,
 * but says nothing of the bank: not whether its signer is right, its key in use, or its integration certifiable.
 */
export const OWN_TEST_PREFIX = 'tirtapay-test-';
