# SPDX-License-Identifier: EUPL-1.2
"""The board (Ablauf): posts by stage, moved by the verbs that lead there."""
