select admin.set_role_password(:role, :password)
