export const w3 = async (): Promise<void> => {
  console.log('');
};
