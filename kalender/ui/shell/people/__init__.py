# SPDX-License-Identifier: EUPL-1.2
"""People in pictures: the dialogs the library asks for."""
