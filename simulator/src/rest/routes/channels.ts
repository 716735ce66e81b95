/** Channels one by one, and who may do what in them. */
import { Fields } from '../../fields.ts'
import { channelFor } from '../../state/access.ts'
import { deleteChannel, editChannel } from '../../state/channels.ts'
import { deleteOverwrite, setOverwrite } from '../../state/overwrites.ts'
import { editThread } from '../../state/thread-edits.ts'
import { channelView } from '../../state/views.ts'
import { actorOf } from '../call.ts'
import { channelChange, overwriteFrom, threadChange } from '../channel-body.ts'
import { nothing, ok, type Routes } from '../router.ts'

const OVERWRITE = '/channels/{channel_id}/permissions/{overwrite_id}'

export const channelRoutes: Routes = {
  'GET /channels/{channel_id}': ({ world, actorId, param }) =>
    ok(channelView(world, channelFor(world, actorId, param('channel_id')))),
  'PATCH /channels/{channel_id}': (call) => {
    const { world, param } = call
    const channel = channelFor(world, call.actorId, param('channel_id'))
    const fields = Fields.of(call.body)
    const edited = channel.thread
      ? editThread(world, actorOf(call), channel, threadChange(fields))
      : editChannel(world, actorOf(call), channel.id, channelChange(fields, channel.type))
    return ok(channelView(world, edited))
  },
  'DELETE /channels/{channel_id}': (call) =>
    ok(channelView(call.world, deleteChannel(call.world, actorOf(call), call.param('channel_id')))),
  [`PUT ${OVERWRITE}`]: (call) => {
    const overwrite = overwriteFrom(Fields.of(call.body), call.param('overwrite_id'))
    setOverwrite(call.world, actorOf(call), call.param('channel_id'), overwrite)
    return nothing
  },
  [`DELETE ${OVERWRITE}`]: (call) => {
    deleteOverwrite(call.world, actorOf(call), call.param('channel_id'), call.param('overwrite_id'))
    return nothing
  },
}
