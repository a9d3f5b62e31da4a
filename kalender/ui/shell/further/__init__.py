# SPDX-License-Identifier: EUPL-1.2
"""Pages that menus open and the navigation does not list: a module builds one, `listed.py` names them all."""
