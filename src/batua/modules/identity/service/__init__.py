"""The door of identity: its public verbs.

Verbs that must remember a refusal, or that compute an expensive hash, take the database and open
their own transactions; all others work in the caller's.
"""

from batua.modules.identity.rules.profile import country_of as country_of
from batua.modules.identity.rules.profile import mask_name as mask_name
from batua.modules.identity.rules.profile import mask_phone as mask_phone
from batua.modules.identity.service.codes import resend as resend
from batua.modules.identity.service.faces import Faces as Faces
from batua.modules.identity.service.hashing import Hasher as Hasher
from batua.modules.identity.service.hashing import HashSettings as HashSettings
from batua.modules.identity.service.means import Gates as Gates
from batua.modules.identity.service.means import IdentitySettings as IdentitySettings
from batua.modules.identity.service.means import Means as Means
from batua.modules.identity.service.photos import photo as photo
from batua.modules.identity.service.photos import put_photo as put_photo
from batua.modules.identity.service.photos import remove_photo as remove_photo
from batua.modules.identity.service.profiles import change_profile as change_profile
from batua.modules.identity.service.profiles import change_roles as change_roles
from batua.modules.identity.service.profiles import find_by_handle as find_by_handle
from batua.modules.identity.service.profiles import find_by_handles as find_by_handles
from batua.modules.identity.service.profiles import find_by_phone as find_by_phone
from batua.modules.identity.service.profiles import find_by_phones as find_by_phones
from batua.modules.identity.service.profiles import holders as holders
from batua.modules.identity.service.profiles import is_handle_free as is_handle_free
from batua.modules.identity.service.profiles import people as people
from batua.modules.identity.service.profiles import person as person
from batua.modules.identity.service.profiles import sign_out_everywhere as sign_out_everywhere
from batua.modules.identity.service.recovery import Renewal as Renewal
from batua.modules.identity.service.recovery import complete_recovery as complete_recovery
from batua.modules.identity.service.recovery import confirm_recovery as confirm_recovery
from batua.modules.identity.service.recovery import recover as recover
from batua.modules.identity.service.registration import Completion as Completion
from batua.modules.identity.service.registration import (
    complete_registration as complete_registration,
)
from batua.modules.identity.service.registration import (
    confirm_registration as confirm_registration,
)
from batua.modules.identity.service.registration import register as register
from batua.modules.identity.service.registration import register_directly as register_directly
from batua.modules.identity.service.secrets import NewPassword as NewPassword
from batua.modules.identity.service.secrets import ask_pin_code as ask_pin_code
from batua.modules.identity.service.secrets import change_password as change_password
from batua.modules.identity.service.secrets import change_pin as change_pin
from batua.modules.identity.service.secrets import require_step_up as require_step_up
from batua.modules.identity.service.secrets import reset_pin as reset_pin
from batua.modules.identity.service.secrets import step_up as step_up
from batua.modules.identity.service.sessions import Authenticator as Authenticator
from batua.modules.identity.service.sessions import Place as Place
from batua.modules.identity.service.sessions import authenticate as authenticate
from batua.modules.identity.service.sessions import devices as devices
from batua.modules.identity.service.sessions import is_live as is_live
from batua.modules.identity.service.sessions import name_device as name_device
from batua.modules.identity.service.sessions import open_session as open_session
from batua.modules.identity.service.sessions import refresh as refresh
from batua.modules.identity.service.sessions import revoke_device as revoke_device
from batua.modules.identity.service.sessions import revoke_others as revoke_others
from batua.modules.identity.service.sessions import revoke_session as revoke_session
from batua.modules.identity.service.sessions import sign_out as sign_out
from batua.modules.identity.service.sessions import sign_out_by_refresh as sign_out_by_refresh
from batua.modules.identity.service.sign_in import confirm_sign_in as confirm_sign_in
from batua.modules.identity.service.sign_in import sign_in as sign_in
from batua.modules.identity.service.upkeep import rotate_keys as rotate_keys
from batua.modules.identity.service.upkeep import sweep as sweep
