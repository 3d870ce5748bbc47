/** One line of the lists that are measured. */
export interface Chat {
  chatId: string
  name: string
  /** Where its picture is, without a size. */
  url: string
}
