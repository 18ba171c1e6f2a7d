export {
  padPartnerServiceId,
  snapVirtualAccountNo,
  splitVirtualAccount,
  virtualAccountNumber,
  dynamicVirtualAccountNumber,
  isDynamicVirtualAccountCustomerNo,
  formatVirtualAccountForDisplay,
} from './virtual-account-number';
