import { AFTERWARDS } from './afterwards.ts'
import { APPENDIX } from './appendix.ts'
import { BROAD } from './broad.ts'
import { DUTCH } from './dutch.ts'
import { ENGLISH } from './english.ts'
import { FURTHER } from './further.ts'
import { NONE } from './none.ts'
import { ONCE_HELD_OUT } from './once-held-out.ts'
import { TRIED } from './tried.ts'
import { UNTIDY } from './untidy.ts'
import { WILD } from './wild.ts'

/** Every sample that the parser may have learned from. */
export const LABELLED = [
  APPENDIX,
  ENGLISH,
  DUTCH,
  NONE,
  FURTHER,
  WILD,
  UNTIDY,
  AFTERWARDS,
  BROAD,
  ONCE_HELD_OUT,
  TRIED,
].join('\n')
