export declare function padPartnerServiceId(prefix: string): string;
export declare function virtualAccountNumber(prefix: string, customerNumber: string): string;
export declare function dynamicVirtualAccountNumber(prefix: string, sequence: number): string;
export declare function isDynamicVirtualAccountCustomerNo(customerNo: string): boolean;
export declare function snapVirtualAccountNo(prefix: string, customerNo: string): string;
export declare function splitVirtualAccount(
  virtualAccountNo: string,
  prefix: string,
): { partnerServiceId: string; customerNo: string } | null;
export declare function formatVirtualAccountForDisplay(virtualAccountNo: string): string;
