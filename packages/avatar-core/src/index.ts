export type { AvatarClient, GetAvatarOptions } from './client/AvatarClient.js'
export type { AvatarClientOptions, AvatarFetch, AvatarHeaders, BatchOptions } from './client/AvatarClientOptions.js'
export { createAvatarClient } from './client/createAvatarClient.js'
