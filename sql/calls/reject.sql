select load.reject(cast(:document as json))
